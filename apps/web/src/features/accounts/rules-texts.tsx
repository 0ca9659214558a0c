import type { instance as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { MarkdownText, MarkdownTexts } from '../../components/markdown-text.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Section } from '../../ui/section.js';

interface RulesTextsProps {
  texts: Result<typeof contract.pages>;
  /** What is asked below them. */
  children?: ReactNode;
}

/** Rules of conduct and privacy notice in the language of the page. */
export function RulesTexts({ texts, children }: RulesTextsProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale === 'en' ? 'en' : 'vi';
  const [rules, privacy] = [texts.rules[language], texts.privacy[language]];
  return (
    <MarkdownTexts waiting={t`Đang tải`}>
      {rules ? (
        <MarkdownText text={rules} />
      ) : (
        <EmptyState title={<Trans>Chưa có quy tắc nào được ghi</Trans>}>
          <Trans>Quản trị viên ghi quy tắc khi thiết lập mạng lưới.</Trans>
        </EmptyState>
      )}
      {privacy && (
        <Section title={<Trans>Dữ liệu cá nhân</Trans>}>
          <MarkdownText text={privacy} />
        </Section>
      )}
      {children}
    </MarkdownTexts>
  );
}
