import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface RadioRowProps {
  /** The group it belongs to: one of a group is chosen. */
  readonly group: string;
  readonly name: string;
  /** What it is for, in a line. */
  readonly what?: string;
  readonly isChosen: boolean;
  readonly choose: () => void;
  /** Whether it has the focus when its dialog opens. */
  readonly isFirst?: boolean;
}

/** A radio button with its name and a line that says what it is for; the whole row can be pressed. */
export function RadioRow({ group, name, what, isChosen, choose, isFirst = false }: RadioRowProps): JSX.Element {
  const id = useId();
  return (
    <label class="radio-row">
      <input
        type="radio"
        name={group}
        checked={isChosen}
        autofocus={isFirst}
        aria-labelledby={`${id}-name`}
        aria-describedby={what === undefined ? undefined : `${id}-what`}
        onChange={choose}
      />
      <span>
        <span id={`${id}-name`} class="radio-name">
          {name}
        </span>
        {what !== undefined && (
          <span id={`${id}-what`} class="radio-what">
            {what}
          </span>
        )}
      </span>
    </label>
  );
}
