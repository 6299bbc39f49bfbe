"""What the language and the law say: calendar, agreement, transliteration, stems."""
