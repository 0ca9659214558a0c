import { RichTextEditor } from '@mantine/tiptap';
import { Image } from '@tiptap/extension-image';
import { Link } from '@tiptap/extension-link';
import { TableKit } from '@tiptap/extension-table';
import { Markdown } from '@tiptap/markdown';
import { useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { MentionList } from './mention-list.js';
import { mentions, type MentionView } from './mention.js';
import { withTableHeads } from './pasted-tables.js';
import { Tools } from './tools.js';
import { useEditorLabels } from './use-editor-labels.js';
import '@mantine/tiptap/styles.css';

interface RichTextProps {
  label: string;
  value: string;
  onChange: (markdown: string) => void;
  placeholder: string | undefined;
  focus: boolean;
  /** Without tools. */
  brief: boolean;
  invalid: boolean;
  describedBy: string | undefined;
}

const extensions = (view: () => MentionView) => [
  StarterKit.configure({ link: false, underline: false, heading: { levels: [2, 3, 4] }, trailingNode: false }),
  Link.configure({ openOnClick: false, defaultProtocol: 'https' }),
  Image.configure({ inline: true }),
  TableKit.configure({ table: { resizable: false } }),
  Markdown,
  mentions(view),
];

/** The rich editor over Markdown. What was not touched here is given back as it was written. */
export function RichText(props: RichTextProps) {
  const { label, value, onChange, placeholder, focus, brief, invalid, describedBy } = props;
  const labels = useEditorLabels();
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<MentionView>({ show: () => {}, press: () => false });
  const tell = useRef(onChange);
  tell.current = onChange;
  const written = useRef(value);
  const [parts] = useState(() => extensions(() => view.current));
  const attributes: Record<string, string> = {
    class: 'prose',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'aria-invalid': String(invalid),
  };
  if (describedBy) attributes['aria-describedby'] = describedBy;
  const editor = useEditor({
    extensions: parts,
    content: value,
    contentType: 'markdown',
    autofocus: false,
    injectCSS: false,
    editorProps: { attributes, transformPastedHTML: withTableHeads },
    onUpdate: ({ editor: changed }) => {
      written.current = changed.isEmpty ? '' : changed.getMarkdown();
      tell.current(written.current);
    },
  });
  // Before the next key: a moment without focus would lose it, or take it for a command of the page.
  useLayoutEffect(() => {
    if (!focus) return;
    editor.commands.setTextSelection(editor.state.doc.content.size);
    editor.view.focus();
  }, [editor, focus]);
  useEffect(() => {
    if (value === written.current) return;
    written.current = value;
    editor.commands.setContent(value, { contentType: 'markdown', emitUpdate: false });
  }, [value, editor]);
  useEffect(() => {
    editor.setOptions({ editorProps: { attributes, transformPastedHTML: withTableHeads } });
  }, [label, invalid, describedBy, editor]);
  return (
    <div className="rich" ref={frame}>
      <RichTextEditor editor={editor} labels={labels} withTypographyStyles={false} withCodeHighlightStyles={false}>
        {!brief && <Tools editor={editor} />}
        <div className="rich-room" data-placeholder={value === '' ? placeholder : undefined}>
          <RichTextEditor.Content />
        </div>
      </RichTextEditor>
      <MentionList view={view} frame={frame} />
    </div>
  );
}
