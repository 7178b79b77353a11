# %% right: central difference at all points at once, largest error
def wrong_rows(rows, xs):
    h = 1e-5
    bad = []
    for number, (f, df) in enumerate(rows):
        slope = (f(xs + h) - f(xs - h)) / (2 * h)
        if np.max(np.abs(slope - df(xs))) > 0.05:
            bad.append(number)
    return bad


# %% right: point by point with the five-point formula, in a helper with any()
def wrong_rows(rows, xs):
    h = 1e-4

    def off(f, df, x):
        near = (f(x + h) - f(x - h)) * 8
        far = f(x + 2 * h) - f(x - 2 * h)
        return abs((near - far) / (12 * h) - df(x)) > 0.03

    return [i for i, (f, df) in enumerate(rows) if any(off(f, df, float(x)) for x in xs)]


# %% wrong: a row is reported only if it is wrong at all of the points
def wrong_rows(rows, xs):
    h = 1e-5
    result = []
    for i, (f, df) in enumerate(rows):
        numeric = (f(xs + h) - f(xs - h)) / (2 * h)
        if np.all(np.abs(numeric - df(xs)) > 0.01):
            result.append(i)
    return result


# %% wrong: the number is appended once for every bad point, so rows stand there several times
def wrong_rows(rows, xs):
    eps = 1e-5
    numbers = []
    for k in range(len(rows)):
        f, df = rows[k]
        for x in xs:
            slope = (f(x + eps) - f(x - eps)) / (2 * eps)
            if abs(slope - df(x)) > 0.05:
                numbers.append(k)
    return numbers


# %% wrong: no absolute value, rows whose derivative is too large are not found
def wrong_rows(rows, xs):
    h = 1e-6
    wrong = [
        i
        for i, (f, df) in enumerate(rows)
        if np.any((f(xs + h) - f(xs - h)) / (2 * h) - df(xs) > 1e-2)
    ]
    return wrong


# %% wrong: asks for exact equality, and rounding makes nearly every row wrong
def wrong_rows(rows, xs):
    h = 1e-7
    out = []
    for i, row in enumerate(rows):
        f, df = row
        quotient = (f(xs + h) - f(xs)) / h
        if not np.array_equal(quotient, df(xs)):
            out.append(i)
    return out


# %% wrong: gives the numbers of the right rows, and counts from 1 (two mistakes)
def wrong_rows(rows, xs):
    h = 1e-5
    number = 0
    answer = []
    for f, df in rows:
        number = number + 1
        numerical = (f(xs + h) - f(xs - h)) / (2 * h)
        if np.allclose(numerical, df(xs), atol=1e-3):
            answer.append(number)
    return answer


# %% wrong: only the first point is looked at, and the first bad row ends the search (two mistakes)
def wrong_rows(rows, xs):
    x = xs[0]
    h = 1e-5
    for i, (f, df) in enumerate(rows):
        if abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 0.01:
            return [i]
    return []


# %% wrong: takes the mean of the errors over the points, where plus and minus cancel
def wrong_rows(rows, xs):
    h = 1e-5
    found = []
    for i in range(len(rows)):
        f = rows[i][0]
        df = rows[i][1]
        error = (f(xs + h) - f(xs - h)) / (2 * h) - df(xs)
        if abs(np.mean(error)) > 0.05:
            found.append(i)
    return found


# %% wrong: the rows that are right
def wrong_rows(rows, xs):
    result = []
    h = 1e-5
    for i, (f, df) in enumerate(rows):
        slope = (f(xs + h) - f(xs - h)) / (2 * h)
        if np.allclose(slope, df(xs), atol=1e-3):
            result.append(i)
    return result


# %% wrong: only the first wrong row
def wrong_rows(rows, xs):
    h = 1e-5
    for i, (f, df) in enumerate(rows):
        slope = (f(xs + h) - f(xs - h)) / (2 * h)
        if np.any(np.abs(slope - df(xs)) > 0.01):
            return [i]
    return []


# %% wrong: compares df with f itself
def wrong_rows(rows, xs):
    result = []
    for i, (f, df) in enumerate(rows):
        if np.max(np.abs(f(xs) - df(xs))) > 0.01:
            result.append(i)
    return result


# %% wrong: counts from one
def wrong_rows(rows, xs):
    result = []
    h = 1e-5
    for i in range(len(rows)):
        f, df = rows[i]
        slope = (f(xs + h) - f(xs - h)) / (2 * h)
        if np.any(np.abs(slope - df(xs)) > 0.01):
            result.append(i + 1)
    return result


# %% wrong: a step of one, all slopes are much too coarse
def wrong_rows(rows, xs):
    result = []
    for i, (f, df) in enumerate(rows):
        slope = (f(xs + 1) - f(xs - 1)) / 2
        if np.any(np.abs(slope - df(xs)) > 0.05):
            result.append(i)
    return result
# %% wrong: a row is wrong only if all points are wrong
def wrong_rows(rows, xs):
    h = 1e-5
    bad = []
    for i, (f, df) in enumerate(rows):
        slope = (f(xs + h) - f(xs - h)) / (2 * h)
        if np.all(np.abs(slope - df(xs)) > 0.01):
            bad.append(i)
    return bad
# %% wrong: looks for exact equality
def wrong_rows(rows, xs):
    h = 1e-6
    return [k for k, (f, df) in enumerate(rows) if np.any((f(xs + h) - f(xs)) / h != df(xs))]
# %% wrong: a row is named once for every wrong point
def wrong_rows(rows, xs):
    h = 1e-6
    result = []
    for i in range(len(rows)):
        for x in xs:
            s = (rows[i][0](x + h) - rows[i][0](x - h)) / (2 * h)
            if abs(s - rows[i][1](x)) > 1e-3:
                result.append(i)
    return result
# %% wrong: numbers from one, and the sum of the errors with their signs (two mistakes)
def wrong_rows(rows, xs):
    h = 1e-5
    out = []
    for i, (f, df) in enumerate(rows, 1):
        err = (f(xs + h) - f(xs - h)) / (2 * h) - df(xs)
        if abs(err.sum()) > 0.05:
            out.append(i)
    return out


# %% wrong: mean error instead of any point
def wrong_rows(rows, xs):
    bad = []
    for i, (f, df) in enumerate(rows):
        num = (f(xs + 1e-5) - f(xs - 1e-5)) / 2e-5
        if np.mean(num - df(xs)) > 0.01:
            bad.append(i)
    return bad


# %% wrong: counted from 1 and no abs
def wrong_rows(rows, xs):
    h = 1e-6
    out = []
    k = 1
    for f, df in rows:
        d = (f(xs + h) - f(xs)) / h - df(xs)
        if np.any(d > 0.05):
            out.append(k)
        k += 1
    return out


# %% right: comprehension
def wrong_rows(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if max(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) for x in xs) > 0.02]


# %% wrong: any and all mixed up
def wrong_rows(rows, xs):
    bad = []
    for i, (f, df) in enumerate(rows):
        slope = (f(xs + 1e-5) - f(xs - 1e-5)) / 2e-5
        if np.all(np.abs(slope - df(xs)) > 0.01):
            bad.append(i)
    return bad


# %% wrong: no absolute value, and appended at each point (two)
def wrong_rows(rows, xs):
    h = 1e-6
    out = []
    for k, (f, df) in enumerate(rows):
        for x in xs:
            if (f(x + h) - f(x)) / h - df(x) > 0.05:
                out.append(k)
    return out


# %% wrong: only the first point, counted from 1 (two)
def wrong_rows(rows, xs):
    h = 1e-5
    x = xs[0]
    return [i + 1 for i, (f, df) in enumerate(rows)
            if abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 0.01]


# %% right: any over points, enumerate
def wrong_rows(rows, xs):
    h = 1e-5
    bad = []
    for number, (f, df) in enumerate(rows):
        if any(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 0.01 for x in xs):
            bad.append(number)
    return bad


# %% wrong: step far too short: rounding condemns right rows
def wrong_rows(rows, xs):
    h = 1e-15
    result = []
    for k, (f, df) in enumerate(rows):
        slope = (f(xs + h) - f(xs)) / h
        if np.any(np.abs(slope - df(xs)) > 1e-3):
            result.append(k)
    return result


# %% wrong: no absolute value and every point must be wrong
def wrong_rows(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if np.all((f(xs + h) - f(xs - h)) / (2 * h) - df(xs) > 0.05)]


# %% wrong: a row appears once for each bad point
def wrong_rows(rows, xs):
    out = []
    for number, (f, df) in enumerate(rows):
        for x in xs:
            approx = (f(x + 1e-5) - f(x - 1e-5)) / 2e-5
            if abs(approx - df(x)) > 0.05:
                out.append(number)
    return out


# %% wrong: the right rows, counted from one (two)
def wrong_rows(rows, xs):
    h = 1e-5
    res = []
    k = 1
    for f, df in rows:
        q = (f(xs + h) - f(xs - h)) / (2 * h)
        if np.max(np.abs(q - df(xs))) < 0.05:
            res.append(k)
        k += 1
    return res


# %% wrong: looks at the mean error over the points
def wrong_rows(rows, xs):
    def error(f, df):
        h = 1e-5
        return np.mean((f(xs + h) - f(xs - h)) / (2 * h) - df(xs))

    return [i for i, (f, df) in enumerate(rows) if abs(error(f, df)) > 0.05]


# %% wrong: looks at the first point only and allows no difference
def wrong_rows(rows, xs):
    res = []
    for i, (f, df) in enumerate(rows):
        x = xs[0]
        slope = (f(x + 1e-6) - f(x)) / 1e-6
        if slope != df(x):
            res.append(i)
    return res


# %% wrong: allows a difference of 0.5
def wrong_rows(rows, xs):
    bad = []
    for i, (f, df) in enumerate(rows):
        q = (f(xs + 1e-4) - f(xs - 1e-4)) / 2e-4
        if np.max(np.abs(q - df(xs))) > 0.5:
            bad.append(i)
    return bad


# %% wrong: a forward step of 0.1
def wrong_rows(rows, xs):
    bad = []
    for i, (f, df) in enumerate(rows):
        if np.any(np.abs((f(xs + 0.1) - f(xs)) / 0.1 - df(xs)) > 0.05):
            bad.append(i)
    return bad


# %% wrong: a step of 1e-16
def wrong_rows(rows, xs):
    bad = []
    for i, (f, df) in enumerate(rows):
        h = 1e-16
        if np.any(np.abs((f(xs + h) - f(xs)) / h - df(xs)) > 0.05):
            bad.append(i)
    return bad


# %% wrong: names the rows in which f and df agree
def wrong_rows(rows, xs):
    return [i for i, (f, df) in enumerate(rows) if np.any(np.abs(f(xs) - df(xs)) < 0.01)]


# %% wrong: allows a relative difference of a half
def wrong_rows(rows, xs):
    out = []
    for i, (f, df) in enumerate(rows):
        s = (f(xs + 1e-5) - f(xs - 1e-5)) / 2e-5
        if not np.allclose(s, df(xs), rtol=0.5):
            out.append(i)
    return out


# %% wrong: no row, since df is compared with itself
def wrong_rows(rows, xs):
    wrong = []
    for i, (f, df) in enumerate(rows):
        slope = df(xs)
        if np.any(np.abs(df(xs) - slope) > 0.01):
            wrong.append(i)
    return wrong


# %% wrong: all rows
def wrong_rows(rows, xs):
    return [i for i in range(len(rows))]


# %% wrong: only the last point decides
def wrong_rows(rows, xs):
    out = []
    for i, (f, df) in enumerate(rows):
        for x in xs:
            bad = abs((f(x + 1e-5) - f(x - 1e-5)) / 2e-5 - df(x)) > 0.01
        if bad:
            out.append(i)
    return out


# %% wrong: the central difference is divided by h
def wrong_rows(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if np.any(np.abs((f(xs + h) - f(xs - h)) / h - df(xs)) > 0.01)]


# %% wrong: allows a difference of 0.2
def wrong_rows(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if np.any(np.abs((f(xs + h) - f(xs - h)) / (2 * h) - df(xs)) > 0.2)]


# %% wrong: the measured slope has the wrong sign
def wrong_rows(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if np.any(np.abs((f(xs - h) - f(xs + h)) / (2 * h) - df(xs)) > 0.01)]


# %% wrong: the signed errors are averaged so that they can cancel, and the numbers of the right rows are returned (two)
def wrong_rows(rows, xs):
    h = 1e-5
    good = []
    for i, (f, df) in enumerate(rows):
        err = (f(xs + h) - f(xs - h)) / (2 * h) - df(xs)
        if abs(np.mean(err)) < 0.01:
            good.append(i)
    return good


# %% wrong: the central difference is divided by h instead of 2h, and the rows are counted from 1 (two)
def wrong_rows(rows, xs):
    h = 1e-5
    ans = []
    for i, (f, df) in enumerate(rows):
        slope = (f(xs + h) - f(xs - h)) / h
        if np.any(np.abs(slope - df(xs)) > 0.01):
            ans.append(i + 1)
    return ans


# %% wrong: the rows are counted from 1, and a tolerance of 1 lets wrong rows with an error of 0.1 to 1 pass
def wrong_rows(rows, xs):
    eps = 1e-5
    wrong = []
    k = 1
    for f, df in rows:
        diff = abs((f(xs + eps) - f(xs - eps)) / (2 * eps) - df(xs))
        if diff.max() > 1:
            wrong.append(k)
        k = k + 1
    return wrong


# %% wrong: the step 1e-15 is so short that only rounding is left, and the absolute value is missing, so rows whose df is
def wrong_rows(rows, xs):
    h = 1e-15
    wrong = []
    for i, row in enumerate(rows):
        f, df = row
        q = (f(xs + h) - f(xs)) / h
        if np.any(q - df(xs) > 0.05):
            wrong.append(i)
    return wrong


# %% wrong: the deviations of all points are averaged, so a fault at one of many points can hide below the tolerance
def wrong_rows(rows, xs):
    h = 1e-5
    ans = []
    for i, (f, df) in enumerate(rows):
        measured = (f(xs + h) - f(xs - h)) / (2 * h)
        if np.mean(np.abs(measured - df(xs))) > 0.05:
            ans.append(i)
    return ans
