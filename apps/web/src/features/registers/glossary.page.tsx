import type { registers as contract, Result } from '@hat-nhan/contracts';
import { fold } from '@hat-nhan/vietnamese';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { Page } from '../../components/page.js';
import { NotFound, ProblemLine, Waiting } from '../../components/problem-view.js';
import { WordsField } from '../../components/words-field.js';
import { useFilters } from '../../lib/address.js';
import { query, useSend } from '../../lib/query.js';
import { registers, topics } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Row, Rows } from '../../ui/rows.js';
import { StateWord } from '../../ui/state-word.js';

export type Word = Result<typeof contract.glossary>['items'][number];
type Opened = { what: 'edit'; word: Word | null } | { what: 'history'; word: Word } | null;

const WordDialog = later(async () => (await import('./word-dialog.js')).WordDialog);
const WordHistory = later(async () => (await import('./word-history.js')).WordHistory);
/** So many rows at once; who looks for another types a few letters. */
const SHOWN = 60;

function WordRow({ word, open }: { word: Word; open: (what: 'edit' | 'history') => void }) {
  const retire = useSend(registers.retireWord, {
    ifMatch: word.version,
    invalidates: [registers.glossary, topics.abbreviations],
  });
  const hidden = <span className="vh">: {word.abbreviation}</span>;
  return (
    <Row
      act={
        <>
          {word.retired && (
            <StateWord tone="off" icon="cross">
              <Trans>Thôi giải thích</Trans>
            </StateWord>
          )}
          <Button size="xs" onClick={() => open('edit')}>
            <Trans>Sửa</Trans>
            {hidden}
          </Button>
          {word.version > 1 && (
            <Button size="xs" variant="subtle" onClick={() => open('history')}>
              <Trans>Lịch sử</Trans>
              {hidden}
            </Button>
          )}
          <Button
            size="xs"
            variant="subtle"
            loading={retire.isPending}
            onClick={() => retire.mutate({ id: word.id, retired: !word.retired })}
          >
            {word.retired ? <Trans>Giải thích lại</Trans> : <Trans>Thôi giải thích chữ này</Trans>}
            {hidden}
          </Button>
        </>
      }
    >
      <span className="ttl">{word.abbreviation}</span>
      <div className="meta">
        <span>{word.meaning}</span>
        {word.meaningEn && <span lang="en">{word.meaningEn}</span>}
        {word.source && <span>{word.source}</span>}
      </div>
      <ProblemLine error={retire.error} />
    </Row>
  );
}

/** The glossary as editors keep it (/quan-tri/tu-viet-tat): it explains abbreviations in posts and on its own page. */
export function GlossaryPage() {
  const { t } = useLingui();
  const [{ q = '' }] = useFilters();
  const [opened, setOpened] = useState<Opened>(null);
  const may = useCan('keepGlossary');
  const answer = useQuery({ ...query(registers.glossary, {}), enabled: may });
  if (!may) return <NotFound />;
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const wanted = fold(q).split(/\s+/);
  const found = answer.data.items.filter(({ abbreviation, meaning, meaningEn, synonyms }) => {
    const text = fold(`${abbreviation} ${meaning} ${meaningEn} ${synonyms}`);
    return wanted.every((word) => text.includes(word));
  });
  return (
    <Page
      title={t`Bảng từ viết tắt`}
      lede={<Trans>Nghĩa ở đây hiện trong bài và ở trang Từ viết tắt. Mỗi lần sửa giữ lại nghĩa trước và nguồn.</Trans>}
    >
      <div className="sift">
        <WordsField label={t`Tìm chữ viết tắt hoặc nghĩa`} description={t`Có dấu hay không dấu đều được.`} />
        <Button variant="filled" onClick={() => setOpened({ what: 'edit', word: null })}>
          <Trans>Thêm từ viết tắt</Trans>
        </Button>
      </div>
      <p className="note" role="status">
        <Plural value={found.length} other="# dòng" />
        {found.length > SHOWN && (
          <>
            {' · '}
            <Trans>hiện {SHOWN} dòng đầu, gõ vài chữ để tìm dòng khác</Trans>
          </>
        )}
      </p>
      {found.length === 0 ? (
        <EmptyState title={<Trans>Không có chữ viết tắt nào như vậy</Trans>}>
          <Trans>Thử ít chữ hơn, hoặc gõ nghĩa đầy đủ.</Trans>
        </EmptyState>
      ) : (
        <Rows label={t`Bảng từ viết tắt`}>
          {found.slice(0, SHOWN).map((word) => (
            <WordRow key={word.id} word={word} open={(what) => setOpened({ what, word })} />
          ))}
        </Rows>
      )}
      {opened?.what === 'edit' && <WordDialog word={opened.word} close={() => setOpened(null)} />}
      {opened?.what === 'history' && <WordHistory word={opened.word} close={() => setOpened(null)} />}
    </Page>
  );
}
