import type { Result, SpacePage, spaces as contract } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { useState, type ComponentProps } from 'react';
import { Dialog } from '../../components/dialog.js';
import { LoadMore } from '../../components/load-more.js';
import { PersonPicker } from '../../components/person-picker.js';
import { ProblemLine } from '../../components/problem-view.js';
import { choiceFilter } from '../../lib/address.js';
import { useSend } from '../../lib/query.js';
import { spaces } from '../../lib/routes.js';
import { useLevels } from './levels.js';
import './spaces.css';

type Member = Result<typeof contract.members>['items'][number];
const LEVELS = ['read', 'write', 'moderate'] as const;

interface MembersDialogProps {
  space: SpacePage;
  members: Member[];
  list: ComponentProps<typeof LoadMore>['list'];
  close: () => void;
}

/** Who belongs to a space and what he may do there; every change holds at once. */
export function MembersDialog({ space, members, list, close }: MembersDialogProps) {
  const { t } = useLingui();
  const levels = useLevels();
  const [person, setPerson] = useState<string | null>(null);
  const invalidates = [spaces.members, spaces.read, spaces.list] as const;
  const set = useSend(spaces.setMember, { invalidates, onDone: () => setPerson(null) });
  const remove = useSend(spaces.removeMember, { invalidates });
  const choices = LEVELS.map((level) => ({ value: level, label: levels[level] }));
  const known = new Set(members.map(({ personId }) => personId));
  return (
    <Dialog title={t`Thành viên của ${space.name}`} close={close}>
      <div className="dialog">
        {space.can.add && (
          <form
            className="members-add"
            onSubmit={(event) => {
              event.preventDefault();
              if (person) set.mutate({ id: space.id, personId: Number(person), level: 'write' });
            }}
          >
            <PersonPicker label={t`Thêm người`} value={person} onChange={setPerson} />
            <Button
              type="submit"
              variant="filled"
              disabled={!person || known.has(Number(person))}
              loading={set.isPending}
            >
              <Trans>Thêm</Trans>
            </Button>
          </form>
        )}
        <ProblemLine error={set.error ?? remove.error} />
        <ul className="members">
          {members.map(({ personId, name, level }) => (
            <li key={personId}>
              <span>{name}</span>
              <NativeSelect
                aria-label={t`Quyền của ${name}`}
                data={choices}
                value={level}
                onChange={(event) => {
                  const wanted = choiceFilter(event.currentTarget.value, LEVELS);
                  if (wanted) set.mutate({ id: space.id, personId, level: wanted });
                }}
              />
              <Button
                size="xs"
                variant="subtle"
                loading={remove.isPending && remove.variables.personId === personId}
                onClick={() => remove.mutate({ id: space.id, personId })}
              >
                <Trans>Đưa ra</Trans>
                <span className="vh">: {name}</span>
              </Button>
            </li>
          ))}
        </ul>
        <LoadMore list={list} />
        <div className="btns">
          <Button onClick={close}>
            <Trans>Xong</Trans>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
