/** What a client asks before it works: which calls this server knows, and who else is in the cluster. */
import { randomUUID } from 'node:crypto';
import { status as codes, type handleUnaryCall } from '@grpc/grpc-js';
import { type Calls, counts, meet, pause, refusal } from './calls.js';
import { features, gossip, type shared } from './generated.js';
import { uuidOf } from './messages.js';

type Asked = InstanceType<typeof shared.Empty>;
type EndPoint = Readonly<{ address: string; port: number }>;
type Supported = handleUnaryCall<Asked, InstanceType<typeof features.SupportedMethods>>;
type Gossiped = handleUnaryCall<Asked, InstanceType<typeof gossip.ClusterInfo>>;

const [FOLLOWER, LEADER] = [6, 8] as const;
const SERVICE = 'event_store.client.streams.streams';

const methodsOf = (batchAppend: boolean): readonly string[] => [
  'read',
  'append',
  'delete',
  'tombstone',
  ...(batchAppend ? ['batchappend'] : []),
];

export const featuresService =
  (calls: Calls, options: Readonly<{ batchAppend: boolean; version: string }>): Supported =>
  (call, callback) => {
    counts(calls, 'GetSupportedMethods');
    const work = async (): Promise<void> => {
      const fault = meet(calls, 'features', call.metadata);
      if (fault?.kind === 'silent') return;
      if (fault?.kind === 'late') await pause(fault.ms);
      if (fault?.kind === 'reset') return calls.cut();
      const supported = new features.SupportedMethods();
      supported.setEventStoreServerVersion(options.version);
      for (const name of methodsOf(options.batchAppend)) {
        const method = new features.SupportedMethod();
        method.setServiceName(SERVICE);
        method.setMethodName(name);
        if (name === 'batchappend') method.setFeaturesList(['deadline_duration']);
        supported.addMethods(method);
      }
      callback(null, supported);
    };
    work().catch(calls.tell);
  };

const memberOf = ({ address, port }: EndPoint, state: typeof FOLLOWER | typeof LEADER, nowMs: number) => {
  const [member, endPoint] = [new gossip.MemberInfo(), new gossip.EndPoint()];
  endPoint.setAddress(address);
  endPoint.setPort(port);
  member.setInstanceId(uuidOf(randomUUID()));
  member.setTimeStamp(String(nowMs * 10_000));
  member.setState(state);
  member.setIsAlive(true);
  member.setHttpEndPoint(endPoint);
  return member;
};

export const gossipService =
  (calls: Calls, self: () => EndPoint): Gossiped =>
  (call, callback) => {
    counts(calls, 'Gossip');
    const work = async (): Promise<void> => {
      const fault = meet(calls, 'gossip', call.metadata);
      const error = refusal(fault);
      if (error !== undefined) return callback(error);
      if (fault?.kind === 'silent') return;
      if (fault?.kind === 'late') await pause(fault.ms);
      if (fault?.kind === 'reset') return calls.cut();
      const [info, leader, nowMs] = [new gossip.ClusterInfo(), calls.leader(), calls.node.now()];
      info.addMembers(memberOf(self(), leader === undefined ? LEADER : FOLLOWER, nowMs));
      if (leader !== undefined) info.addMembers(memberOf(leader, LEADER, nowMs));
      callback(null, info);
    };
    work().catch((problem: unknown) => {
      calls.tell(problem);
      callback({ code: codes.INTERNAL, details: 'the double failed' });
    });
  };
