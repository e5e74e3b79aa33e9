"""The parts of a DOCX file: styles and pages, runs, numbers, blocks, and the file itself."""
