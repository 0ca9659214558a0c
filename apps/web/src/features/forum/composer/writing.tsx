import { Trans } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Icon } from '../../../ui/icons.js';
import './composer.css';

export interface WritingProps {
  label: string;
  /** Markdown. */
  value: string;
  onChange: (markdown: string) => void;
  /** Ctrl Enter. */
  onSend?: () => void;
  placeholder?: string;
  error?: ReactNode;
  /** A few lines, for a comment: the same editor without its tools. */
  brief?: boolean;
  /** Loads the editor with the page, not at the first touch. */
  eager?: boolean;
  /** Takes the focus when it appears. */
  focused?: boolean;
  describedBy?: string;
}

type Editor = ComponentType<WritingProps & { focus: boolean }>;
const load = async (): Promise<Editor> => (await import('./composer.js')).Composer;

/**
 * The place to write an answer or a question. A plain box stands there at once and takes text; the rich editor, which is
 * large, is fetched when a pointer comes near, comes with the first touch and goes on with what is in the box.
 */
export function Writing(props: WritingProps) {
  const { label, value, onChange, onSend, placeholder, error, brief, eager, focused } = props;
  const id = useId();
  const [Loaded, setLoaded] = useState<Editor>();
  const box = useRef<HTMLTextAreaElement>(null);
  const focus = useRef(false);
  const composing = useRef(false);
  const ready = useRef<Editor>(undefined);
  // Never under the hand of an input method that is in the middle of a letter.
  const swap = useCallback(() => {
    if (!ready.current || composing.current) return;
    focus.current = box.current !== null && document.activeElement === box.current;
    const editor = ready.current;
    setLoaded(() => editor);
  }, []);
  const fetchEditor = useCallback(async () => {
    ready.current ??= await load().catch(() => undefined);
    swap();
  }, [swap]);
  useEffect(() => {
    if (focused) box.current?.focus();
    if (eager) void fetchEditor();
  }, [eager, focused, fetchEditor]);
  const send = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !onSend) return;
    event.preventDefault();
    event.stopPropagation();
    onSend();
  };
  const describedBy = error ? `${id}-error ${id}-secret` : `${id}-secret`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hears Ctrl Enter of the field inside
    <div className={brief ? 'writing brief' : 'writing'} onKeyDownCapture={send}>
      {error && (
        <p className="in-err writing-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {Loaded ? (
        <Loaded {...props} focus={focus.current} describedBy={describedBy} />
      ) : (
        <Textarea
          ref={box}
          aria-label={label}
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          placeholder={placeholder}
          error={Boolean(error)}
          rows={brief ? 3 : 6}
          onPointerEnter={() => void load().catch(() => undefined)}
          onFocus={() => void fetchEditor()}
          onCompositionStart={() => (composing.current = true)}
          onCompositionEnd={() => {
            composing.current = false;
            swap();
          }}
        />
      )}
      <p className="secret" id={`${id}-secret`}>
        <Icon name="lock" />
        <span>
          <Trans>Không đưa bí mật nhà nước, địa chỉ máy chủ, tài khoản hoặc sơ đồ mạng vào nội dung.</Trans>
        </span>
      </p>
    </div>
  );
}
