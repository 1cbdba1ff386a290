import { useCallback, useRef, useState } from 'preact/hooks';
import { tagOf } from '../../core/library/tags.ts';
import type { Suggestion } from '../library/suggestions.ts';
import type { CompleteTags } from './TagField.tsx';

/** Tags offered at a time: as many as an eye takes in. */
const MOST = 8;

const NONE: { readonly list: readonly Suggestion[]; readonly active: number } = { list: [], active: -1 };

export interface TagOffers {
  readonly list: readonly Suggestion[];
  /** The place of the active one; −1 when none is. */
  readonly active: number;
  /** Offers tags that begin like `text`; all of them when it is empty. */
  look(text: string): void;
  close(): void;
  /** Moves through the list and, past either end, out of it into the text. */
  move(steps: 1 | -1): void;
}

/** The known tags that a field offers. What is asked last is shown, however late the answers come. */
export function useTagOffers(complete: CompleteTags): TagOffers {
  const [offer, setOffer] = useState(NONE);
  const asked = useRef(0);
  const close = useCallback(() => {
    asked.current += 1;
    setOffer(NONE);
  }, []);
  return {
    ...offer,
    close,
    look(text) {
      asked.current += 1;
      const question = asked.current;
      const take = (list: readonly Suggestion[]) => {
        if (question === asked.current) setOffer({ list, active: -1 });
      };
      // Without known tags there is only nothing to offer: a new one can be typed all the same.
      complete(tagOf(text), MOST).then(
        (values) => take(values.map(({ value, count }) => ({ value, label: value, meaning: null, count }))),
        () => take([]),
      );
    },
    move(steps) {
      const places = offer.list.length + 1;
      setOffer({ ...offer, active: ((offer.active + 1 + steps + places) % places) - 1 });
    },
  };
}
