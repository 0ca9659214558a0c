import type { Result, search as contract } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { TopicLinks } from '../../components/topic-links.js';
import { Section } from '../../ui/section.js';
import { AskThis } from './ask-this.js';

interface SearchFactsProps {
  q: string;
  topics: Result<typeof contract.search>['topics'];
}

/** The rail: asking what was not found, and the topics of what was. */
export const SearchFacts = ({ q, topics }: SearchFactsProps) => (
  <>
    <Section title={<Trans>Chưa thấy điều cần tìm?</Trans>}>
      <div className="stack">
        <p className="small soft">
          <Trans>Nội dung đã gõ được giữ lại trong câu hỏi.</Trans>
        </p>
        <AskThis q={q} />
      </div>
    </Section>
    {topics.length > 0 && (
      <Section title={<Trans>Chủ đề của các kết quả</Trans>}>
        <TopicLinks topics={topics} />
      </Section>
    )}
  </>
);
