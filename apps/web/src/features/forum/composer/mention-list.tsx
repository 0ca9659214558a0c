import { useLingui } from '@lingui/react/macro';
import { useEffect, useState, type RefObject } from 'react';
import type { MentionProps, MentionView } from './mention.js';

/** The people and organisations that fit what follows "@"; arrows choose, Enter or Tab takes. */
export function MentionList({ view, frame }: { view: RefObject<MentionView>; frame: RefObject<HTMLElement | null> }) {
  const { t } = useLingui();
  const [props, setProps] = useState<MentionProps>();
  const [chosen, setChosen] = useState(0);
  const items = props?.items ?? [];
  useEffect(() => setChosen(0), [props?.query]);
  useEffect(() => {
    view.current.show = setProps;
    view.current.press = ({ key }) => {
      if (items.length === 0) return false;
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
      if (step !== 0) setChosen((at) => (at + step + items.length) % items.length);
      const taken = key === 'Enter' || key === 'Tab' ? items[chosen] : undefined;
      if (taken) props?.command(taken);
      return step !== 0 || taken !== undefined;
    };
  });
  const caret = props?.clientRect?.();
  const edge = frame.current?.getBoundingClientRect();
  if (!props || items.length === 0 || !caret || !edge) return null;
  const left = Math.max(0, Math.min(caret.left - edge.left, edge.width - 288));
  return (
    <div
      className="mentions"
      role="listbox"
      aria-label={t`Nhắc tới`}
      style={{ top: caret.bottom - edge.top + 4, left }}
    >
      {items.map((item, at) => (
        <button
          key={item.id}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.command(item)}
        >
          <b>{item.label}</b> <span className="note">{item.detail}</span>
        </button>
      ))}
    </div>
  );
}
