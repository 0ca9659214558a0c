import type { Call, factors as contract, Result } from '@hat-nhan/contracts';

type Creation = Result<typeof contract.beginPasskey>;
type Request = Result<typeof contract.beginStepUp>;
type Assertion = Call<typeof contract.stepUpByPasskey>;

/** At a bare IP number no browser keeps passkeys. */
export const atNumber = (): boolean => /^[\d.]+$|^\[/.test(location.hostname);

/** Whether this browser keeps passkeys for this address. */
export const passkeysWork = (): boolean => typeof PublicKeyCredential === 'function' && !atNumber();

/** Has the device make a passkey. Rejects when its owner turns away. */
export async function makePasskey(options: Creation) {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { id, response } = await startRegistration({ optionsJSON: options as never });
  return {
    credentialId: id,
    clientData: response.clientDataJSON,
    attestation: response.attestationObject,
    transports: response.transports ?? [],
  };
}

/** Has the device sign with a passkey. Rejects when its owner turns away. */
export async function signWithPasskey(options: Request): Promise<Assertion> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { id, response } = await startAuthentication({ optionsJSON: options as never });
  return {
    credentialId: id,
    clientData: response.clientDataJSON,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
  };
}
