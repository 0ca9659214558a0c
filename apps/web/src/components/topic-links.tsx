import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { paths } from '../lib/address.js';

interface Topic {
  id: number;
  slug: string;
  name: string;
  nameEn: string;
}

/** The topics of something, each with the link to its page. */
export function TopicLinks({ topics }: { topics: readonly Topic[] }) {
  const { i18n } = useLingui();
  if (topics.length === 0) return null;
  return (
    <span className="topics">
      {topics.map((topic) => (
        <Link key={topic.id} className="topic" to={paths.topic(topic.slug)}>
          {i18n.locale === 'en' ? topic.nameEn : topic.name}
        </Link>
      ))}
    </span>
  );
}
