import { ref } from 'vue';

/** How many calls wait for the server's answer. */
export const pending = ref(0);

/** Counts `call` as long as it waits. */
export async function counted<T>(call: Promise<T>): Promise<T> {
  pending.value++;
  try {
    return await call;
  } finally {
    pending.value--;
  }
}
