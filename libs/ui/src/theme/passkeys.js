// Signing in by the lock of one's own device (docs/adr/0089). Without this script, or without such a lock, the page stays as it was sent.
(() => {
  const part = document.querySelector('[data-passkey]');
  if (part === null || window.PublicKeyCredential === undefined) return;
  const { passkey, then, stopped, known } = part.dataset;
  let running = false;
  const said = part.querySelector('[role="alert"]');

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  /** Sends JSON; what was refused is thrown as its sentence. */
  const send = async (path, body) => {
    const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const told = await answer.json();
    if (!answer.ok) throw { told: told.fields?.[0]?.message ?? told.detail };
    return told;
  };

  const add = async () => {
    const { options } = await send('/api/me/passkey-challenges', {});
    const excludeCredentials = (options.excludeCredentials ?? []).map((each) => ({ ...each, id: bytes(each.id) }));
    const publicKey = { ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials };
    const { rawId, response } = await navigator.credentials.create({ publicKey });
    await send('/api/me/passkeys', {
      name: part.querySelector('[name="name"]').value,
      credentialId: text(rawId),
      clientDataJson: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    });
  };

  const enter = async () => {
    const { options } = await send('/api/passkey-challenges', {});
    const publicKey = { ...options, challenge: bytes(options.challenge) };
    const { rawId, response } = await navigator.credentials.get({ publicKey });
    await send('/api/passkey-sessions', {
      credentialId: text(rawId),
      clientDataJson: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      ...(response.userHandle && { userHandle: text(response.userHandle) }),
    });
  };

  part.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (running) return;
    running = true;
    said.hidden = true;
    try {
      await (passkey === 'add' ? add() : enter());
      window.location.assign(then);
    } catch (error) {
      // What the browser or the device says is not in our words; what the server says is.
      said.firstElementChild.textContent = error.told ?? (error.name === 'InvalidStateError' ? known : stopped);
      said.hidden = false;
      said.focus();
    }
    running = false;
  });
  for (const each of document.querySelectorAll('[data-passkey-without]')) each.hidden = true;
  part.hidden = false;
})();
