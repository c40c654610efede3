"""Decides, over frozen records, what of many articles belongs together; it knows neither database nor clock."""
