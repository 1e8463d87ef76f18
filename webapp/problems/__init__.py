"""The page of doubtful readings, for the archive's keeper."""

from webapp.problems.pages import problems_csv, problems_page
