/** The Web Lock that whoever makes a backup holds, in whichever context. */
export const BACKUP_LOCK = 'offprint-backup';
