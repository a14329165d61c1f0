// Which headers of the API's answers are passed on. Everything else is set here or left out.

const PASSED_ON = ['content-type', 'retry-after', 'deprecation', 'sunset'];

/** The headers of an answer that go to the browser, names in lower case. */
export function replyHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** A response with a body shared by several readers, or none where its status allows none. */
export function reply(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array<ArrayBuffer>,
): Response {
  const isBodiless = status === 204 || status === 205;
  return new Response(isBodiless ? null : body, { status, headers: { ...headers } });
}
