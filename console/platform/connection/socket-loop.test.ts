import { describe, expect, it } from 'vitest';
import type { ServerFrame } from '#protocol/frames.ts';
import { CLOSE } from '#protocol/frames.ts';
import type { Link } from './connection-state.ts';
import { AT, SADIE } from './factories.ts';
import { fakeMachine } from './fake-machine.ts';
import { parseFrame } from './parse-frame.ts';
import { runSocketLoop } from './socket-loop.ts';

const WELCOME: ServerFrame = {
  t: 'welcome',
  as: 'staff',
  accountId: SADIE.accountId ?? '',
  now: AT,
};
const PAGE_ID = '0193d0c2-0000-4000-8000-0000000000e1';

function startLoop() {
  const machine = fakeMachine(0);
  const links: Link[] = [];
  const frames: ServerFrame[] = [];
  const loop = runSocketLoop(machine.environment, {
    hello: () => ({ t: 'hello', as: 'staff', pageId: PAGE_ID }),
    parseFrame,
    onFrame: (frame) => frames.push(frame),
    onLink: (link) => links.push(link),
  });
  const welcome = () => {
    machine.open();
    machine.deliver(WELCOME);
  };
  return { machine, links, frames, loop, welcome };
}

describe('a connection', () => {
  it('says hello first and is open when it is welcomed, not before', () => {
    const { machine, links, loop } = startLoop();
    machine.open();
    expect(machine.socket().sent).toEqual([{ t: 'hello', as: 'staff', pageId: PAGE_ID }]);
    expect(loop.send({ t: 'ping' })).toBe(false);
    expect(links).toEqual([]);
    machine.deliver(WELCOME);
    expect(links).toEqual(['open']);
    expect(loop.send({ t: 'ping' })).toBe(true);
  });

  it('answers pings and stays while they come', () => {
    const { machine, links, welcome } = startLoop();
    welcome();
    for (let times = 0; times < 20; times += 1) {
      machine.pass(5_000);
      machine.deliver({ t: 'ping' });
    }
    expect(links).toEqual(['open']);
    expect(machine.socket().sent.filter(({ t }) => t === 'pong')).toHaveLength(20);
  });

  it('outlives a frame that this version does not know', () => {
    const { machine, links, frames, welcome } = startLoop();
    welcome();
    machine.socket().onmessage?.({ data: '{"t":"of tomorrow"}' });
    machine.socket().onmessage?.({ data: 'no JSON' });
    expect(links).toEqual(['open']);
    expect(frames).toEqual([WELCOME]);
  });
});

describe('a dead connection', () => {
  it('is noticed by silence and replaced', () => {
    const { machine, links, welcome } = startLoop();
    welcome();
    machine.pass(11_999);
    expect(links).toEqual(['open']);
    machine.pass(1);
    expect(links).toEqual(['open', 'lost']);
    expect(machine.sockets[0]?.isClosed).toBe(true);
    machine.pass(250);
    expect(machine.sockets).toHaveLength(2);
    welcome();
    expect(links).toEqual(['open', 'lost', 'open']);
  });

  it('is noticed sooner when a probe stays unanswered', () => {
    const { machine, links, loop, welcome } = startLoop();
    welcome();
    loop.probe(800);
    expect(machine.socket().sent.at(-1)).toEqual({ t: 'ping' });
    machine.pass(800);
    expect(links).toEqual(['open', 'lost']);
  });

  it('is none when the probe is answered', () => {
    const { machine, links, loop, welcome } = startLoop();
    welcome();
    loop.probe(800);
    machine.pass(700);
    machine.deliver({ t: 'ping' });
    machine.pass(11_000);
    expect(links).toEqual(['open']);
  });

  it('may close late without hurting its successor', () => {
    const { machine, links, welcome } = startLoop();
    welcome();
    const late = machine.socket().onclose;
    machine.pass(12_250);
    welcome();
    expect(machine.sockets[0]?.onclose).toBeNull();
    expect(late).not.toBeNull();
    expect(links).toEqual(['open', 'lost', 'open']);
  });

  it('is given up when nobody welcomes', () => {
    const { machine, links } = startLoop();
    machine.open();
    machine.pass(8_000);
    expect(links).toEqual(['lost']);
    machine.pass(250);
    expect(machine.sockets).toHaveLength(2);
  });
});

describe('the tries after a loss', () => {
  it('begin at once and grow apart', () => {
    const { machine, welcome } = startLoop();
    welcome();
    machine.pass(5_000);
    machine.deliver({ t: 'ping' });
    machine.pass(5_000);
    machine.close(1006);
    machine.pass(0);
    expect(machine.sockets).toHaveLength(2);
    machine.close(1006);
    machine.pass(499);
    expect(machine.sockets).toHaveLength(2);
    machine.pass(1);
    expect(machine.sockets).toHaveLength(3);
    machine.close(1006);
    machine.pass(999);
    expect(machine.sockets).toHaveLength(3);
    machine.pass(1);
    expect(machine.sockets).toHaveLength(4);
  });

  it('keep growing apart when the server welcomes and drops', () => {
    const { machine, welcome } = startLoop();
    for (const pause of [0, 500, 1_000, 2_000]) {
      welcome();
      machine.close(CLOSE.tooSlow);
      const opened = machine.sockets.length;
      machine.pass(Math.max(0, pause - 1));
      expect(machine.sockets.length).toBe(pause === 0 ? opened + 1 : opened);
      machine.pass(1);
      expect(machine.sockets).toHaveLength(opened + 1);
    }
  });

  it('do not wait for their time when the machine wakes', () => {
    const { machine, loop } = startLoop();
    for (let times = 0; times < 6; times += 1) {
      machine.close(1006);
      machine.pass(times === 5 ? 0 : 15_000);
    }
    const before = machine.sockets.length;
    loop.probe(2_500);
    expect(machine.sockets).toHaveLength(before + 1);
    machine.pass(15_000);
    expect(machine.sockets.length).toBeGreaterThan(before);
  });

  it.each([
    [CLOSE.notSignedIn, 'signed_out'],
    [CLOSE.mayNot, 'forbidden'],
  ] as const)('do not happen after %i', (code, link) => {
    const { machine, links, loop, welcome } = startLoop();
    welcome();
    machine.close(code);
    loop.probe(2_500);
    machine.pass(600_000);
    expect(links).toEqual(['open', link]);
    expect(machine.sockets).toHaveLength(1);
  });

  it('end when the page stops the loop', () => {
    const { machine, links, loop, welcome } = startLoop();
    welcome();
    loop.stop();
    machine.pass(600_000);
    expect(machine.sockets).toHaveLength(1);
    expect(machine.socket().isClosed).toBe(true);
    expect(links).toEqual(['open']);
  });
});
