/**
 * Whether `node_modules` holds what `package-lock.json` asks for. npm writes down what it installed in
 * `node_modules/.package-lock.json`, as its last step, so a broken-off install has none; comparing the two lists finds
 * every package that is missing, of another version, or left over. Optional packages may be missing: npm leaves out
 * those for other systems.
 *
 * @param {string | null} lockfile The text of `package-lock.json`.
 * @param {string | null} installed The text of `node_modules/.package-lock.json`, null when there is none.
 * @returns {boolean}
 */
export function packagesMatch(lockfile, installed) {
  if (lockfile === null || installed === null) return false;
  const wanted = readPackages(lockfile);
  const present = readPackages(installed);
  for (const path of present.keys()) {
    if (!wanted.has(path)) return false;
  }
  for (const [path, { version, integrity, optional }] of wanted) {
    const found = present.get(path);
    if (found === undefined ? !optional : found.version !== version || found.integrity !== integrity) return false;
  }
  return true;
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/** @param {string} lockfile @returns {Map<string, LockedPackage>} */
function readPackages(lockfile) {
  const { packages } = JSON.parse(lockfile);
  return new Map(Object.entries(packages).filter(([path]) => path !== ''));
}
