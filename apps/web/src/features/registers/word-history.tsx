import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../components/dialog.js';
import { Waiting } from '../../components/problem-view.js';
import { useFormat } from '../../lib/format.js';
import { query } from '../../lib/query.js';
import { registers } from '../../lib/routes.js';
import { Row, Rows } from '../../ui/rows.js';
import type { Word } from './glossary.page.js';

/** What an abbreviation was before each change, and who changed it. */
export function WordHistory({ word, close }: { word: Word; close: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const answer = useQuery(query(registers.wordHistory, { id: word.id }));
  return (
    <Dialog title={t`Lịch sử của ${word.abbreviation}`} close={close}>
      <div className="dialog">
        {!answer.data && <Waiting on={answer} lines={3} />}
        <Rows>
          {answer.data?.items.map((was) => (
            <Row key={was.version}>
              <span className="ttl">
                {was.abbreviation}: {was.meaning}
              </span>
              <div className="meta">
                {was.meaningEn && <span lang="en">{was.meaningEn}</span>}
                {was.source && <span>{was.source}</span>}
                {was.retired && (
                  <span>
                    <Trans>Thôi giải thích</Trans>
                  </span>
                )}
                <span>
                  <Trans>
                    {was.by} đổi {format.moment(was.at)}
                  </Trans>
                </span>
              </div>
            </Row>
          ))}
        </Rows>
        <div className="btns">
          <Button onClick={close}>
            <Trans>Xong</Trans>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
