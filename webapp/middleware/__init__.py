"""What every request goes through before a view sees it."""

from webapp.middleware.deadline import bound_time
from webapp.middleware.hosts import answer_only_to, own_names
from webapp.middleware.prefix import PrefixMiddleware
