// The log-in: one field, emptied once it was sent. The token is not kept in the browser; the gateway answers with a cookie that
// scripts cannot read.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { ApiError } from '#src/client/api-error.ts';
import { signIn } from '#src/connection/sign-in.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import * as words from './frame-words.tsx';
import styles from './sign-in-form.module.css';

function refusalOf(error: Error): string {
  const code = error instanceof ApiError ? error.code : null;
  if (code === 'desk-login-refused') return words.wrongAccessToken;
  if (code === 'desk-login-throttled') return words.tooManyWrongTokens;
  return words.deskNotReached;
}

export function SignInForm() {
  const { client, status } = useDesk().environment;
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const field = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);

  const enter = useMutation({
    mutationFn: () => {
      const token = field.current?.value ?? '';
      if (field.current !== null) field.current.value = '';
      return signIn(client, token);
    },
    onSuccess: async () => {
      status.setSignedOut(false);
      announce(words.signedIn);
      await queryClient.invalidateQueries();
    },
  });

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const isEmpty = (field.current?.value ?? '') === '';
    setEmpty(isEmpty);
    if (!isEmpty && !enter.isPending) enter.mutate();
  }

  const error = empty ? words.enterAccessToken : enter.isError ? refusalOf(enter.error) : undefined;
  return (
    <form className={styles['form']} noValidate onSubmit={submit}>
      <Field label={words.accessToken} error={error} hint={words.accessTokenHint}>
        {(control) => (
          <TextInput
            {...control}
            ref={field}
            type="password"
            autoComplete="current-password"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={enter.isPending}>
        {words.signIn}
      </Button>
    </form>
  );
}
