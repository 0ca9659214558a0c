import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../../lib/api.js';
import { query } from '../../lib/query.js';
import { posts } from '../../lib/routes.js';
import { tellProblem } from './tell-problem.js';

/** Puts the Markdown of an answer as a quotation into the answer being written. */
export function QuoteButton({ postId, quote }: { postId: number; quote: (text: string) => void }) {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState(false);
  const fetchSource = async () => {
    setWaiting(true);
    try {
      const { text } = await client.fetchQuery(query(posts.source, { id: postId }));
      quote(text.trim().replace(/^/gm, '> ').replace(/^> $/gm, '>'));
    } catch (error) {
      if (isProblem(error)) tellProblem(error);
    } finally {
      setWaiting(false);
    }
  };
  return (
    <Button size="xs" variant="subtle" loading={waiting} onClick={() => void fetchSource()}>
      <Trans>Trích dẫn</Trans>
    </Button>
  );
}
