import { TdsProtocolError } from './packets.ts';

/** Who asks to come in, and how. */
export interface LoginRequest {
  readonly login: string;
  readonly password: string;
  /** An Entra access token, where the client sent one. */
  readonly token: string | undefined;
  /** Empty where the client leaves it to the server. */
  readonly database: string;
  readonly application: string;
  /** 0 where the client leaves it to the server. */
  readonly packetSize: number;
  readonly asksUtf8: boolean;
}

const FIRST_VERSION_WITH_DATE = 0x730a0003;
const TDS_8 = 0x08000000;
const EXTENSION_USED = 0x10;
const FEATURE = { token: 0x02, utf8: 0x0a, end: 0xff } as const;
const SECURITY_TOKEN = 0x01;

/** Reads LOGIN7. @throws TdsProtocolError where it is malformed or older than TDS 7.3. */
export function readLoginRequest(payload: Buffer): LoginRequest {
  try {
    const version = payload.readUInt32LE(4);
    if (version < FIRST_VERSION_WITH_DATE && version !== TDS_8)
      throw new TdsProtocolError('a login older than TDS 7.3');
    const features =
      payload.readUInt8(27) & EXTENSION_USED ? readFeatures(payload) : new Map<number, Buffer>();
    return {
      login: readText(payload, 40),
      password: clearPassword(payload, 44),
      token: readToken(features.get(FEATURE.token)),
      database: readText(payload, 68),
      application: readText(payload, 48),
      packetSize: payload.readUInt32LE(8),
      asksUtf8: features.has(FEATURE.utf8),
    };
  } catch (error) {
    if (error instanceof RangeError) throw new TdsProtocolError('a login that ends early');
    throw error;
  }
}

function readField(payload: Buffer, at: number): Buffer {
  const offset = payload.readUInt16LE(at);
  return payload.subarray(offset, offset + payload.readUInt16LE(at + 2) * 2);
}

function readText(payload: Buffer, at: number): string {
  return readField(payload, at).toString('ucs2');
}

/** The password travels with its nibbles swapped and 0xA5 over it: no secret, only not plain. */
function clearPassword(payload: Buffer, at: number): string {
  const scrambled = readField(payload, at).map((byte) => {
    const bits = byte ^ 0xa5;
    return ((bits & 0x0f) << 4) | (bits >> 4);
  });
  return Buffer.from(scrambled).toString('ucs2');
}

function readFeatures(payload: Buffer): Map<number, Buffer> {
  const features = new Map<number, Buffer>();
  let offset = payload.readUInt32LE(payload.readUInt16LE(56));
  for (let id = payload.readUInt8(offset); id !== FEATURE.end; id = payload.readUInt8(offset)) {
    const length = payload.readUInt32LE(offset + 1);
    features.set(id, payload.subarray(offset + 5, offset + 5 + length));
    offset += 5 + length;
  }
  return features;
}

function readToken(feature: Buffer | undefined): string | undefined {
  if (!feature) return undefined;
  if (feature.readUInt8(0) >> 1 !== SECURITY_TOKEN)
    throw new TdsProtocolError('a federated login without an access token');
  return feature.subarray(5, 5 + feature.readUInt32LE(1)).toString('ucs2');
}
