/** An address of a file that was handed over; it is good until the next file is, since nobody tells when a download ends. */
let handedOver: string | null = null;

/** Has the browser store `file` under its name in the downloads folder, as a click on a link to it would. */
export function downloadFile(file: File): void {
  if (handedOver !== null) URL.revokeObjectURL(handedOver);
  handedOver = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = handedOver;
  link.download = file.name;
  link.click();
}
