import { useEffect, useState } from 'preact/hooks';
import { lastBackup } from '../../core/backup/backup-name.ts';

/** Hands a file (of a backup, both) that is dropped anywhere on the page to `take`; answers whether one is held over it. */
export function useFileDrop(take: (file: File, base?: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const [file, base] = lastBackup([...(event.dataTransfer?.files ?? [])]);
      if (file === undefined) return;
      event.preventDefault();
      take(file, base);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [take]);
  return isOver;
}
