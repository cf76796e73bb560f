import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Member, Role } from '../../src/api/index.ts';
import { api, ApiProblem } from '../api/client.ts';

export type SessionState = { kind: 'unknown' } | { kind: 'out' } | { kind: 'in'; person: Member };

/** Who is signed in. */
export const useSession = defineStore('session', () => {
  const state = shallowRef<SessionState>({ kind: 'unknown' });

  /** Asks the server once; later calls answer from memory. */
  async function load(): Promise<SessionState> {
    if (state.value.kind !== 'unknown') return state.value;
    try {
      state.value = { kind: 'in', person: (await api.session()).person };
    } catch (error) {
      if (!(error instanceof ApiProblem && error.status === 401)) throw error;
      state.value = { kind: 'out' };
    }
    return state.value;
  }

  async function signIn(user: string, password: string): Promise<void> {
    state.value = { kind: 'in', person: (await api.signIn(user, password)).person };
  }

  async function signOut(): Promise<void> {
    await api.signOut();
    state.value = { kind: 'out' };
  }

  function has(role: Role): boolean {
    return state.value.kind === 'in' && state.value.person.roles.includes(role);
  }

  return { state, load, signIn, signOut, has };
});
