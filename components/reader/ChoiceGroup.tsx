import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

interface ChoiceGroupProps<Value extends string> {
  readonly name: string;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** A named group of radio buttons, drawn as one strip. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>): JSX.Element {
  const { name, choices, chosen, onChoose } = props;
  const group = useId();
  return (
    <fieldset class="choice-group">
      <legend>{name}</legend>
      <div>
        {choices.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name={group} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
