import type { File as Stored } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fileAddress } from '../../../lib/upload.js';
import { isPicture, KindOfFile, SizeOfFile } from './kinds.js';

interface AttachedRowProps {
  file: Stored;
  insert: ((markdown: string) => void) | undefined;
  remove: () => void;
}

const focusOnce = (box: HTMLInputElement | null): void => box?.focus();
/** What Markdown would take for its own. */
const plain = (text: string) => text.replace(/[\\[\]]/g, '\\$&').trim();

/** A file that has arrived. A picture can be put into the text, with words for whoever does not see it. */
export function AttachedRow({ file, insert, remove }: AttachedRowProps) {
  const { t } = useLingui();
  const [describing, setDescribing] = useState(false);
  const [words, setWords] = useState('');
  const { key, name } = file;
  const put = () => {
    if (plain(words) === '') return;
    insert?.(`![${plain(words)}](${fileAddress(key)})`);
    setDescribing(false);
    setWords('');
  };
  return (
    <li>
      {isPicture(file) && <img className="thumb" src={fileAddress(key)} alt="" />}
      <div className="attached-what">
        <a className="file-name" href={fileAddress(key)} target="_blank" rel="noopener">
          {name}
        </a>{' '}
        <span className="note nw">
          <KindOfFile {...file} /> · <SizeOfFile {...file} />
        </span>
        {describing && (
          <div className="describe">
            <TextInput
              ref={focusOnce}
              label={t`Mô tả ảnh cho người không xem được ảnh`}
              value={words}
              maxLength={300}
              onChange={(event) => setWords(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                put();
              }}
            />
            <Button size="xs" variant="default" disabled={plain(words) === ''} onClick={put}>
              <Trans>Chèn</Trans>
            </Button>
          </div>
        )}
      </div>
      <div className="btns">
        {insert && isPicture(file) && (
          <Button
            size="xs"
            variant="subtle"
            aria-expanded={describing}
            aria-label={t`Chèn vào bài: ${name}`}
            onClick={() => setDescribing(!describing)}
          >
            <Trans>Chèn vào bài</Trans>
          </Button>
        )}
        <Button size="xs" variant="subtle" aria-label={t`Gỡ: ${name}`} onClick={remove}>
          <Trans>Gỡ</Trans>
        </Button>
      </div>
    </li>
  );
}
