/** The databases that imports, and the floor under them, write. */
export const IMPORTED = 'imported';
export const PUT_RAW = 'put-raw';
