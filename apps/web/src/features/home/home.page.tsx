import { useQuery } from '@tanstack/react-query';
import { Waiting } from '../../components/problem-view.js';
import { query } from '../../lib/query.js';
import { home } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { MemberHome } from './member-home.js';
import { VisitorHome } from './visitor-home.js';
import './home.css';

/** The first page (/): what waits for a member; for a visitor what this is and what he may read. */
export function HomePage() {
  const signedIn = useMe().person !== null;
  const answer = useQuery(query(home.home, {}));
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  return signedIn ? <MemberHome home={answer.data} /> : <VisitorHome home={answer.data} />;
}
