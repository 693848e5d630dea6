// The same 100 clients for an XMPP server: two accounts each, registered at the door, who write to each other.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { obey } from '../processes/obey.ts';
import { createTalk, type End, type Round, type RoundDetails } from './talk.ts';

export interface XmppTalkOrders {
  connect(details: { port: number; pairs: number }): Promise<void>;
  round(details: RoundDetails): Promise<Round>;
}

const HOST = 'localhost';
const OPENING = `<stream:stream to='${HOST}' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>`;
const END_OF_MESSAGE = '</message>';

const ends: End[] = [];
const { ears, round } = createTalk(ends);

obey<XmppTalkOrders>({
  async connect({ port, pairs }) {
    for (let end = 0; end < 2 * pairs; end++) {
      const socket = await signIn(port, `client${end}`);
      listen(socket, (body) => ears.onHeard(end, body));
      // The two of a pair are neighbours: 0 and 1, 2 and 3.
      const to = `client${end ^ 1}@${HOST}/x`;
      ends.push({
        say: (body) =>
          socket.write(`<message to='${to}' type='chat'><body>${body}</body></message>`),
      });
    }
  },
  round,
});

/** Makes the account and opens its session, each step after the answer to the one before. */
async function signIn(port: number, name: string): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  socket.setEncoding('utf8');
  const ask = async (stanza: string, answer: RegExp) => {
    const answered = untilSaid(socket, answer);
    socket.write(stanza);
    await answered;
  };
  await once(socket, 'connect');
  await ask(OPENING, /<\/stream:features>/);
  await ask(
    `<iq type='set' id='register'><query xmlns='jabber:iq:register'><username>${name}</username><password>pw</password></query></iq>`,
    /<iq[^>]*id='register'/,
  );
  const credentials = Buffer.from(`\0${name}\0pw`).toString('base64');
  await ask(
    `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${credentials}</auth>`,
    /<success/,
  );
  await ask(OPENING, /<\/stream:features>/);
  await ask(
    "<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>x</resource></bind></iq>",
    /<iq[^>]*id='bind'/,
  );
  await ask('<presence/>', /<presence/);
  return socket;
}

function untilSaid(socket: Socket, answer: RegExp): Promise<void> {
  return new Promise((resolve) => {
    let said = '';
    const onData = (piece: string) => {
      said += piece;
      if (!answer.test(said)) return;
      socket.off('data', onData);
      resolve();
    };
    socket.on('data', onData);
  });
}

function listen(socket: Socket, onBody: (body: string) => void): void {
  let unread = '';
  socket.on('data', (piece: string) => {
    unread += piece;
    for (let at = unread.indexOf(END_OF_MESSAGE); at !== -1; at = unread.indexOf(END_OF_MESSAGE)) {
      const body = /<body>([^<]*)<\/body>/.exec(unread.slice(0, at))?.[1];
      unread = unread.slice(at + END_OF_MESSAGE.length);
      if (body !== undefined) onBody(body);
    }
  });
}
