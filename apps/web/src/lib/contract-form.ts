import type { Call, Route } from '@hat-nhan/contracts';
import { useForm } from '@mantine/form';
import { useCallback } from 'react';
import { flushSync } from 'react-dom';
import type { ProblemError } from './api.js';
import { fieldOf, foundErrors } from './field-errors.js';
import { showFirstWrong } from './first-wrong.js';
import { locale } from './i18n.js';
import { useSend, type SendOptions } from './query.js';
import type { PageRoute } from './routes.js';

export interface ContractFormOptions<R extends Route, V extends Record<string, unknown>> extends SendOptions<R> {
  initialValues: V;
  /** What is sent for what stands in the form: adds ids, turns choices into numbers. */
  input: (values: V) => Call<R>;
}

/** What is wrong with an input, by form field, in words: the contract itself is read, with zod, at the first sending. */
async function errorsOf<R extends Route>(
  route: PageRoute<R>,
  input: Call<R>,
  values: unknown,
): Promise<Record<string, string>> {
  const { routes, fieldMessage } = await import('@hat-nhan/contracts');
  const body = routes.find(({ name }) => name === route.name)?.body;
  if (!body) return {};
  const given = Object.fromEntries(Object.entries(input).filter(([key]) => key in body.shape));
  const parsed = body.safeParse(given);
  if (parsed.success) return {};
  const found = foundErrors(parsed.error.issues, values);
  return Object.fromEntries(found.map((error) => [error.field, fieldMessage(error.code, locale(), error.values)]));
}

/**
 * A form of one route: `const { form, submit, send } = useContractForm(threads.create, { initialValues, input, onDone })`,
 * then `<form onSubmit={submit}>` and `<TextInput {...form.getInputProps('title')} />`. Checks by the contract before
 * sending, and puts the field errors of the server's answer on the fields. A problem without fields stands in `send.error`.
 */
export function useContractForm<R extends Route, V extends Record<string, unknown>>(
  route: PageRoute<R>,
  { initialValues, input, ...options }: ContractFormOptions<R, V>,
) {
  const form = useForm<V>({ initialValues });
  const onProblem = (problem: ProblemError, sent: Call<R>) => {
    const fields = problem.fields.map((error) => [fieldOf(error), error.message] as const);
    if (fields.length > 0) form.setErrors(Object.fromEntries(fields));
    options.onProblem?.(problem, sent);
  };
  const send = useSend(route, { ...options, onProblem });
  const check = useCallback(
    async (values: V): Promise<Call<R> | undefined> => {
      const wanted = input(values);
      // A page that cannot fetch the contract now leaves the checking to the server.
      const errors = await errorsOf(route, wanted, values).catch(() => ({}));
      // At once, so that who called can lead to the first field that is marked now.
      flushSync(() => form.setErrors(errors));
      return Object.keys(errors).length === 0 ? wanted : undefined;
    },
    [form, input, route],
  );
  const submit = form.onSubmit(async (values, event) => {
    const wanted = await check(values);
    if (wanted) send.mutate(wanted);
    else showFirstWrong((event?.target as HTMLElement | undefined) ?? null);
  });
  return { form, submit, send, check };
}
