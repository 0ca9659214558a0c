import type { File as Stored } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';
import { fileAddress } from '../../../lib/upload.js';
import { isPicture, KindOfFile, SizeOfFile } from './kinds.js';
import './files.css';

interface FileListProps {
  files: readonly Stored[];
  /** The text above: a picture that stands in it is not shown again. */
  html: string;
}

/** The files under a question or an answer: what they are called, what they are, how large, and the way to each. */
export function FileList({ files, html }: FileListProps) {
  const { t } = useLingui();
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={t`Tệp đính kèm`}>
      {files.map((file) => {
        const { key, name, width, height } = file;
        const picture = isPicture(file);
        const shown = picture && !html.includes(fileAddress(key));
        return (
          <li key={key}>
            {shown && (
              <a
                className="thumb"
                href={fileAddress(key)}
                target="_blank"
                rel="noopener"
                tabIndex={-1}
                aria-hidden="true"
              >
                <img
                  src={fileAddress(key)}
                  alt=""
                  width={width ?? undefined}
                  height={height ?? undefined}
                  loading="lazy"
                />
              </a>
            )}
            <a
              className="file-name"
              href={fileAddress(key)}
              {...(picture ? { target: '_blank', rel: 'noopener' } : { download: name })}
            >
              {name}
            </a>{' '}
            <span className="note nw">
              <KindOfFile {...file} /> · <SizeOfFile {...file} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
