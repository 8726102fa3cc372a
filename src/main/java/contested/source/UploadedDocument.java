package contested.source;

/** A document that an administrator sends in, as a file or pasted into a form. What it is called matters to nobody. */
public record UploadedDocument(byte[] bytes) {

    public static final int MAX_BYTES = DocumentFile.MAX_BYTES;

    /** @throws UnreadableDocumentException When there is no text in it that we could use. */
    public DocumentLines read() {
        if (bytes.length > MAX_BYTES) {
            throw DocumentFile.tooLarge();
        }
        return DocumentLines.of(DocumentEncoding.decode(bytes));
    }
}
