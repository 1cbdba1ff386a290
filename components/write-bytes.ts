const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `bytes` in the largest unit of a thousand that leaves at least one, to a tenth: `12.3 MB`. */
export function writeBytes(bytes: number, locale: string): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const unit = UNITS[step] ?? 'byte';
  const digits = step < 2 ? 0 : 1;
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: digits });
  return format.format(bytes / 1000 ** step);
}
