import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MESSAGE, MessageReader, PacketCutter } from './packets.ts';

const END = 0x01;
const IGNORED = 0x02;

function packet(type: number, status: number, payload: string): Buffer {
  const bytes = Buffer.alloc(8 + payload.length);
  bytes.writeUInt8(type, 0);
  bytes.writeUInt8(status, 1);
  bytes.writeUInt16BE(bytes.length, 2);
  bytes.write(payload, 8);
  return bytes;
}

const told = (reader: MessageReader, bytes: Buffer) =>
  reader.read(bytes).map(({ type, ignored, payload }) => [type, ignored, payload.toString()]);

describe('Messages', () => {
  it('are joined from packets, wherever the network cut them', () => {
    const sent = Buffer.concat([
      packet(MESSAGE.batch, 0, 'sel'),
      packet(MESSAGE.batch, 0, 'ect'),
      packet(MESSAGE.batch, END, ' 1'),
      packet(MESSAGE.rpc, END, ''),
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(sent.length)), (cuts) => {
        const reader = new MessageReader(100);
        const places = [0, ...cuts.sort((a, b) => a - b), sent.length];
        const parts = places.slice(1).map((end, at) => sent.subarray(places[at], end));
        assert.deepEqual(
          parts.flatMap((part) => told(reader, part)),
          [
            [MESSAGE.batch, false, 'select 1'],
            [MESSAGE.rpc, false, ''],
          ],
        );
      }),
    );
  });

  it('let an attention through in the middle of another', () => {
    const reader = new MessageReader(100);
    const bytes = [
      packet(MESSAGE.batch, 0, 'a'),
      packet(MESSAGE.attention, END, ''),
      packet(MESSAGE.batch, END, 'b'),
    ];
    assert.deepEqual(told(reader, Buffer.concat(bytes)), [
      [MESSAGE.attention, false, ''],
      [MESSAGE.batch, false, 'ab'],
    ]);
  });

  it('say when the client changed its mind', () => {
    const bytes = packet(MESSAGE.rpc, END | IGNORED, 'half');
    assert.deepEqual(told(new MessageReader(100), bytes), [[MESSAGE.rpc, true, 'half']]);
  });

  it('over the limit, or with a broken header, end the connection', () => {
    assert.throws(() => new MessageReader(3).read(packet(MESSAGE.batch, 0, 'four')), {
      code: 'TDS_PROTOCOL',
    });
    assert.throws(() => new MessageReader(3).read(Buffer.from('GET / HTTP/1.1')), { code: 'TDS_PROTOCOL' });
    assert.throws(() => new MessageReader(3).read(Buffer.alloc(8)), { code: 'TDS_PROTOCOL' });
  });

  it('of the server are cut to the packet size, only the last marked as the end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 60 })),
        fc.integer({ min: 9, max: 40 }),
        (parts, size) => {
          const cutter = new PacketCutter(size);
          const packets = [...parts.flatMap((part) => cutter.cut(part)), cutter.end()];
          assert.deepEqual(Buffer.concat(packets.map((each) => each.subarray(8))), Buffer.concat(parts));
          for (const [at, each] of packets.entries()) {
            assert.equal(each.readUInt8(1), at === packets.length - 1 ? END : 0);
            assert.equal(each.readUInt16BE(2), each.length);
            assert.ok(each.length <= size);
          }
        },
      ),
    );
  });
});
