/**
 * Does something once nothing is pressed any more. A button that moves away while it is pressed, because leaving a field
 * had something to say about it, is never clicked.
 */
export class Press {
  private isDown = false;
  private waiting: (() => void) | null = null;

  constructor() {
    document.addEventListener("pointerdown", () => this.turn(true), true);
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => this.turn(false), true);
  }

  /** Of several, the last is done. */
  over(then: () => void): void {
    this.waiting = then;
    this.turn(this.isDown);
  }

  private turn(isDown: boolean): void {
    this.isDown = isDown;
    if (isDown || this.waiting === null) return;
    // The click comes after the release; on a touch screen the field is left in between.
    setTimeout(this.waiting);
    this.waiting = null;
  }
}
