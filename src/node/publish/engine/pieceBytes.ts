/** Puts texts and bytes one behind the other, as UTF-8, into the same place each time: clearing them away would cost more. */
export class PieceBytes {
  #bytes: Buffer;
  #end = 0;

  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafe(size);
  }

  begin(): void {
    this.#end = 0;
  }

  text(text: string): void {
    // A UTF-16 unit is at most three bytes.
    this.#makeRoom(text.length * 3);
    this.#end += this.#bytes.write(text, this.#end);
  }

  bytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** All since the beginning, until it is begun again. */
  all(): Uint8Array {
    return this.#bytes.subarray(0, this.#end);
  }

  #makeRoom(more: number): void {
    const { length } = this.#bytes;
    if (this.#end + more > length) this.#bytes = Buffer.concat([this.#bytes], (this.#end + more) * 2);
  }
}
