import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a browser sends of a device that is added. */
export interface AddedAnswer {
  credentialId: string;
  clientDataJson: string;
  attestationObject: string;
  transports: string[];
}

/** What a browser sends of a device that signs in. */
export interface EnteredAnswer {
  credentialId: string;
  clientDataJson: string;
  authenticatorData: string;
  signature: string;
  userHandle: string;
}

/** What a device may be told to do otherwise than it should. */
export interface Oddity {
  origin?: string;
  rpId?: string;
  /** Whoever holds it has shown nothing. */
  unverified?: boolean;
  /** Its count of signatures. */
  counter?: number;
  userHandle?: string;
}

/** A phone with a lock, in software: one ES256 key, no attestation (WebAuthn 3). It does what it is told, also what no phone would. */
export class Device {
  readonly id = randomBytes(32);
  private readonly privateKey: KeyObject;
  private readonly publicKey: Buffer;
  private counter = 0;
  private userHandle = randomBytes(36).toString('base64url');

  constructor(private readonly origin = 'http://localhost:3000') {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = pair.privateKey;
    const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
    // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    this.publicKey = Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), bytes(Buffer.from(x, 'base64url')), Buffer.from([0x22]), bytes(Buffer.from(y, 'base64url'))]);
  }

  /** Answers a question for a new device. */
  add(options: { challenge: string; user: { id: string } }, odd: Oddity = {}): AddedAnswer {
    this.userHandle = options.user.id;
    const length = Buffer.from([0, this.id.length]);
    const authData = Buffer.concat([this.authenticatorData(0x41, odd), Buffer.alloc(16), length, this.id, this.publicKey]);
    const attestation = Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(authData)]);
    return {
      credentialId: this.id.toString('base64url'),
      clientDataJson: this.clientData('webauthn.create', options.challenge, odd).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal', 'hybrid'],
    };
  }

  /** Answers the question of an entrance; counts. */
  enter(options: { challenge: string }, odd: Oddity = {}): EnteredAnswer {
    this.counter = odd.counter ?? this.counter + 1;
    const clientData = this.clientData('webauthn.get', options.challenge, odd);
    const authenticatorData = this.authenticatorData(0x01, odd);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    return {
      credentialId: this.id.toString('base64url'),
      clientDataJson: clientData.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, this.privateKey).toString('base64url'),
      userHandle: odd.userHandle ?? this.userHandle,
    };
  }

  private clientData(type: string, challenge: string, odd: Oddity): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: odd.origin ?? this.origin, crossOrigin: false }));
  }

  private authenticatorData(flags: number, odd: Oddity): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const rpId = odd.rpId ?? new URL(this.origin).hostname;
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([odd.unverified ? flags : flags | 0x04]), count]);
  }
}

/** CBOR: a byte string and a text of less than 24 letters. */
function bytes(value: Buffer): Buffer {
  const head = value.length < 24 ? [0x40 | value.length] : value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 0xff];
  return Buffer.concat([Buffer.from(head), value]);
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 | value.length]), Buffer.from(value)]);
}
