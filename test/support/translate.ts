import type { Translate } from '../../components/translation.ts';
import messages from '../../locales/en.json';

/**
 * English, as the built extension speaks it: reads `locales/en.json` and follows `@wxt-dev/i18n` (plural forms) over
 * `browser.i18n.getMessage` (`$1` to `$9`, `$$` for a dollar sign). A key that is missing throws, so that a test sees it.
 */
export const english = translate as unknown as Translate;

type Message = string | { readonly [form: string]: Message };

function translate(key: string, ...values: readonly (number | readonly (string | number)[])[]): string {
  const count = values.find((value) => typeof value === 'number');
  const given = values.find((value) => typeof value === 'object');
  const substitutions = given ?? (count === undefined ? [] : [count]);
  return substituted(messageFor(key, count), substitutions);
}

function messageFor(key: string, count: number | undefined): string {
  const found = key
    .split('.')
    .reduce<Message | undefined>(
      (level, part) => (typeof level === 'object' && Object.hasOwn(level, part) ? level[part] : undefined),
      messages,
    );
  if (typeof found === 'string') return found;
  const form = typeof found === 'object' && count !== undefined ? pluralForm(found, count) : found?.['message'];
  if (typeof form !== 'string') throw new Error(`No message under ${key}`);
  return form;
}

/** By position, as the built message `one | other` or `none | one | other` is taken apart. */
function pluralForm(forms: { readonly [form: string]: Message }, count: number): Message | undefined {
  const inOrder = Object.values(forms);
  if (inOrder.length === 3) return inOrder[Math.min(count, 2)];
  return inOrder[inOrder.length === 2 && count !== 1 ? 1 : 0];
}

function substituted(message: string, substitutions: readonly (string | number)[]): string {
  return message.replaceAll(/\$(\$+|[1-9])/g, (_, mark: string) =>
    mark.startsWith('$') ? mark : String(substitutions[Number(mark) - 1] ?? ''),
  );
}
