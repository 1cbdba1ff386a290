import type {
  ImportConflict,
  ImportCounts,
  ImportRefusal,
  ImportReport,
  RefusalReason,
} from '../../core/transfer/import-report.ts';
import type { Translate } from '../translation.ts';

type WriteNumber = (value: number) => string;

/** How many articles an import changes or brings. */
export function importable({ added, updated, united }: ImportCounts): number {
  return added + updated + united;
}

/** `Imported 12 articles, 400 already here, 3 refused`: what an import did, in one line. */
export function importedMessage({ counts }: ImportReport, number: WriteNumber, t: Translate): string {
  const { same, refused } = counts;
  const imported = importable(counts);
  const parts = [
    t('transfer.imported.articles', imported, [number(imported)]),
    same > 0 && t('transfer.imported.same', same, [number(same)]),
    refused > 0 && t('transfer.imported.refused', refused, [number(refused)]),
  ];
  return parts.filter((part) => part !== false).join(', ');
}

const REFUSALS = {
  'not-json': 'transfer.refusal.notJson',
  'not-an-article': 'transfer.refusal.notAnArticle',
  'no-body': 'transfer.refusal.noBody',
  'other-host': 'transfer.refusal.otherHost',
  'wrong-hash': 'transfer.refusal.wrongHash',
  'wrong-size': 'transfer.refusal.wrongSize',
  'too-large': 'transfer.refusal.tooLarge',
  'unsafe-name': 'transfer.refusal.unsafeName',
  twice: 'transfer.refusal.twice',
  'missing-file': 'transfer.refusal.missingFile',
  'newer-format': 'transfer.refusal.newerFormat',
} as const satisfies Record<RefusalReason, string>;

/** Why something was refused, in a few words. */
export function refusalReason({ reason }: ImportRefusal, t: Translate): string {
  return t(REFUSALS[reason]);
}

const CONFLICTS = {
  content: {
    library: 'transfer.conflict.contentLibrary',
    file: 'transfer.conflict.contentFile',
    both: 'transfer.conflict.contentBoth',
  },
  note: {
    library: 'transfer.conflict.noteLibrary',
    file: 'transfer.conflict.noteFile',
    both: 'transfer.conflict.noteBoth',
  },
} as const;

/** What is decided between two versions, in a few words. */
export function conflictDecision({ kind, kept }: ImportConflict, t: Translate): string {
  return t(CONFLICTS[kind][kept]);
}
