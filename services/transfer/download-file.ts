/**
 * Has the browser store a file under its name in the downloads folder, as a click on a link to it in `page` would. Its
 * address is good until the next file is handed over, since nobody tells when a download ends.
 */
export function createDownload(page: Document): (file: File) => void {
  let handedOver: string | null = null;
  return (file) => {
    if (handedOver !== null) URL.revokeObjectURL(handedOver);
    handedOver = URL.createObjectURL(file);
    const link = page.createElement('a');
    link.href = handedOver;
    link.download = file.name;
    link.click();
  };
}
