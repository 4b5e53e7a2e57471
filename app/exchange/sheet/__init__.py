"""Run-of-show tables of others: open a workbook or a CSV safely, find the table, understand its rows."""
