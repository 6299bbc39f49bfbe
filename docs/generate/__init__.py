"""What is made from the code and not shipped: reference pages, schemas, the base form, tables, the catalogue."""
