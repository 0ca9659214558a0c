import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type RefObject } from 'react';
import { query } from '../lib/query.js';
import { topics } from '../lib/routes.js';
import { explain, meaningsOf } from './explain.js';
import './explain.css';

/** Explains the abbreviations of a text that is on the page already: by pointer, by focus, by a tap. Draws nothing itself. */
export function Explained({ root, html }: { root: RefObject<HTMLElement | null>; html: string }) {
  const { i18n } = useLingui();
  const glossary = useQuery({ ...query(topics.abbreviations, {}), staleTime: 600_000 });
  const items = glossary.data?.items;
  useEffect(() => {
    if (!items || !root.current) return;
    return explain(root.current, meaningsOf(items, i18n.locale === 'en'));
  }, [root, html, items, i18n.locale]);
  return null;
}
